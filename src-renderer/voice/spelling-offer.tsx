import { SpellCheck } from 'lucide-react'
import type { WordCorrection } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { t } from '../words.ts'

/** Offers to spell words always as the operator has now put them right twice. */
export function SpellingOffer({ offer }: { offer: WordCorrection }) {
  const { answerOffer } = useActions()
  return (
    <fieldset className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-soft text-xs">
      <legend className="sr-only">{t('How a word is spelled')}</legend>
      <SpellCheck aria-hidden className="size-3.5 shrink-0 text-accent" />
      <span role="status">
        {t('Always write')} <strong className="text-ink">{offer.meant}</strong> {t('where “')}
        {offer.heard}
        {t('” is heard?')}
      </span>
      <Button size="small" kind="quiet" onClick={() => void answerOffer('add')}>
        {t('Always')}
      </Button>
      <Button size="small" kind="quiet" onClick={() => void answerOffer('later')}>
        {t('Not now')}
      </Button>
      <Button size="small" kind="quiet" onClick={() => void answerOffer('never')}>
        {t('Never')}
      </Button>
    </fieldset>
  )
}
