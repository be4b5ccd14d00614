import { Pane } from '../ui/pane.tsx'
import { t } from '../words.ts'
import { ChartSection } from './charts/chart-section.tsx'
import { TimelineSection } from './timeline-section.tsx'

/** What happened across all runs, and how much there was to do. */
export const ActivityPane = () => (
  <Pane
    title={t('Activity')}
    about={t(
      'What happened across all runs and to the agent itself, how much there was to do, and how long it took.',
    )}
  >
    <ChartSection />
    <TimelineSection />
  </Pane>
)
