import { LoaderCircle } from 'lucide-react'

/** Says only that something is under way; what, its neighbour says. */
export const Spinner = () => (
  <LoaderCircle aria-hidden className="size-3.5 animate-spin motion-reduce:animate-none" />
)
