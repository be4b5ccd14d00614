import type { ElementHandle } from 'playwright-core'
import { ToolError } from '../../../vocabulary/errors.ts'
import { describeStatus } from '../../web/http/describe-status.ts'
import type { FilledForm } from '../browser.ts'
import type { PageWatch, Sent } from './page-watch.ts'

const SUBMIT_MS = 5_000
const ANSWER_MS = 20_000
const SETTLE_MS = 4_000
/** Gateways that lost the server behind them cannot tell whether it acted. */
const UNCERTAIN_STATUSES = [502, 504]

/**
 * Submits the form a field belongs to, as a person would: by its button, else by Enter. Throws ToolError
 * 'form-incomplete' and 'nothing-sent' where nothing left the page, 'http-status' where the server refused; an error
 * after something was sent has `effectUncertain`.
 */
export async function submitForm(
  watch: PageWatch,
  field: ElementHandle<Element>,
): Promise<NonNullable<FilledForm['sent']>> {
  await refuseIncomplete(field)
  watch.mark()
  await press(field)
  await watch.settle(SETTLE_MS)
  const submission = submissionAmong(watch.sent)
  if (!submission) {
    throw (
      watch.refusedNavigation ??
      new ToolError('nothing-sent', 'The form was submitted, but the page sent nothing.', {
        fix:
          watch.blocked.length > 0
            ? `Something it needs may have been blocked: ${watch.blocked.join(' ')}`
            : 'Take a snapshot: the page may say what it misses.',
      })
    )
  }
  const { method, url } = submission
  const status = await answerTo(submission)
  await watch.settle(SETTLE_MS)
  if (status >= 400) {
    throw new ToolError('http-status', `The form was sent, and ${url} answered ${describeStatus(status)}.`, {
      effectUncertain: UNCERTAIN_STATUSES.includes(status),
    })
  }
  return { method, url, status }
}

/** What the browser itself would say instead of submitting. */
async function refuseIncomplete(field: ElementHandle<Element>): Promise<void> {
  const complaints = await field.evaluate((element) => {
    const form = (element as HTMLInputElement).form
    if (!form || form.noValidate) return []
    return [...form.querySelectorAll<HTMLInputElement>('input, select, textarea')]
      .filter((input) => !input.checkValidity())
      .map((input) => `${input.labels?.[0]?.textContent?.trim() || input.name}: ${input.validationMessage}`)
  })
  if (complaints.length > 0) {
    throw new ToolError('form-incomplete', `The form is not complete. ${complaints.join(' ')}`, {
      fix: 'Give values for these fields as well.',
    })
  }
}

async function press(field: ElementHandle<Element>): Promise<void> {
  const handle = await field.evaluateHandle((element) => {
    const form = (element as HTMLInputElement).form
    form?.removeAttribute('target')
    const submits = 'button[type=submit], button:not([type]), input[type=submit], input[type=image]'
    const inside = form?.querySelector(submits)
    const outside = form?.id ? document.querySelector(`button[form="${CSS.escape(form.id)}"]`) : null
    return inside ?? outside ?? null
  })
  const button = handle.asElement()
  if (button) await button.click({ timeout: SUBMIT_MS })
  else await field.press('Enter', { timeout: SUBMIT_MS })
}

/** The first request that carried something out; a search form's goes out as a plain navigation. */
const submissionAmong = (sent: readonly Sent[]): Sent | undefined =>
  sent.find(({ method }) => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS') ??
  sent.find(({ navigation }) => navigation)

async function answerTo({ request, url }: Sent): Promise<number> {
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), ANSWER_MS).unref())
  const response = await Promise.race([request.response(), late])
  if (response === 'late' || response === null) {
    throw new ToolError(
      response === 'late' ? 'timeout' : 'connection-lost',
      response === 'late'
        ? `The form was sent, and ${url} has not answered for ${ANSWER_MS / 1000} s.`
        : `The form was sent, and the connection to ${url} was lost before an answer came.`,
      { effectUncertain: true },
    )
  }
  return response.status()
}
