import { ExternalLink, ImageOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Components, Streamdown } from 'streamdown'
import { t } from '../words.ts'
import { safeLink } from './safe-link.ts'

/** Links open outside, and only where that is safe. Images would be fetched from wherever the text says: they are links. */
const COMPONENTS: Components = {
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => (
    <OutsideLink href={src}>
      <ImageOff aria-hidden className="me-1 inline size-3.5 align-[-2px]" />
      {alt || t('Image')}
    </OutsideLink>
  ),
}

function OutsideLink({ href, children }: { href?: unknown; children?: ReactNode }) {
  const address = safeLink(href)
  if (!address) return <span title={typeof href === 'string' ? href : undefined}>{children}</span>
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow" title={address}>
      {children}
      <ExternalLink aria-hidden className="ms-0.5 inline size-3 align-[-1px] opacity-60" />
    </a>
  )
}

const CONTROLS = {
  code: { copy: true, download: false },
  table: false,
  mermaid: false,
  image: false,
} as const

/** Markdown from a model, or from what it read. HTML in it is shown as the text it is; nothing is loaded. */
export const Markdown = ({ text, live = false }: { text: string; live?: boolean }) => (
  <Streamdown
    className="prose-agent"
    dir="auto"
    mode={live ? 'streaming' : 'static'}
    parseIncompleteMarkdown={live}
    isAnimating={live}
    {...(live ? { caret: 'block' as const } : {})}
    rehypePlugins={[]}
    components={COMPONENTS}
    controls={CONTROLS}
    linkSafety={{ enabled: false }}
    lineNumbers={false}
  >
    {text}
  </Streamdown>
)
