import { expect, it } from 'vitest'
import { quietFor } from './quiet-hours.ts'

it.each([
  ['off', '03:00', 0],
  ['22:00-07:00', '21:59', 0],
  ['22:00-07:00', '22:00', 9 * 60],
  ['22:00-07:00', '02:30', 4 * 60 + 30],
  ['22:00-07:00', '07:00', 0],
  ['12:00-13:00', '12:45', 15],
  ['12:00-13:00', '14:00', 0],
  ['08:00-08:00', '08:00', 24 * 60],
])('quiet hours %s: at %s it is quiet for %i minutes', (hours, time, minutes) => {
  expect(quietFor(hours, new Date(`2026-03-03T${time}:00`))).toBe(minutes * 60_000)
})
