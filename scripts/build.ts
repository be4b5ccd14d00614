import { buildWhenStale } from './build-when-stale.ts'

buildWhenStale(true)
