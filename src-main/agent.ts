import { EXIT, runGoal } from './terminal/run-goal.ts'

// the first Ctrl-C stops the goal and says so, the second one stops at once
const controller = new AbortController()
process.on('SIGINT', () => {
  if (controller.signal.aborted) process.exit(EXIT.interrupted)
  controller.abort()
})

process.exitCode = await runGoal(process.argv.slice(2), { interrupted: controller.signal })
