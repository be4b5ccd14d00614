import type { OperatorApi } from '../operator/operator.ts'

/** State of the agent in the text format of Prometheus 0.0.4. */
export async function renderMetrics(operator: OperatorApi): Promise<string> {
  const [host, runs, pending] = await Promise.all([
    operator.call('host.get', {}),
    operator.call('runs.list', { limit: 1000 }),
    operator.call('approvals.list', { status: 'pending' }),
  ])
  const byStatus = new Map<string, number>()
  for (const { status } of runs) byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
  const perStatus = [...byStatus]
    .sort()
    .map(([status, count]) => `adjutant_runs{status="${status}"} ${count}`)
  return `${[
    ...header('adjutant_info', 'Version and host.', 'gauge'),
    `adjutant_info{version="${host.version}",host="${host.host}"} 1`,
    ...header('adjutant_runs', 'The latest thousand runs by status.', 'gauge'),
    ...perStatus,
    ...header('adjutant_approvals_pending', 'Questions that wait for the operator.', 'gauge'),
    `adjutant_approvals_pending ${pending.length}`,
    ...header('process_start_time_seconds', 'When the agent started, since the Unix epoch.', 'gauge'),
    `process_start_time_seconds ${Date.parse(host.startedAt) / 1_000}`,
    ...header('process_resident_memory_bytes', 'Memory of the process.', 'gauge'),
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  ].join('\n')}\n`
}

const header = (name: string, help: string, type: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
]
