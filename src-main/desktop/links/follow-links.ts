import { app } from 'electron'
import type { OpenPlace } from '../../../src-preload/contract.ts'
import { readDeepLink } from './deep-link.ts'

export interface LinkHandlers {
  readonly open: (place: OpenPlace) => void
  /** Says why a link leads nowhere. */
  readonly refuse: (why: string) => void
}

/** Links that come by an event before anybody can follow them: on a Mac even one that starts the application. */
export interface EarlyLinks {
  /** Has all of them followed, those that came already and those to come. */
  follow(heard: FollowLink): void
}

/** Must be called before the application is ready. */
export function keepEarlyLinks(): EarlyLinks {
  const kept: string[] = []
  let hear = (address: string): void => void kept.push(address)
  app.on('open-url', (event, address) => {
    event.preventDefault()
    hear(address)
  })
  return {
    follow: (heard) => {
      hear = heard
      for (const address of kept.splice(0)) heard(address)
    },
  }
}

/** Follows an `adjutant:` link. */
export type FollowLink = (address: string) => void

/** Makes what follows links, and has the system bring them here. */
export function followLinks({ open, refuse }: LinkHandlers): FollowLink {
  // on Linux the entry in the menus says so, and belongs to the system
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient('adjutant')
  return (address) => {
    const link = readDeepLink(address)
    if ('place' in link) open(link.place)
    else refuse(link.refused)
  }
}
