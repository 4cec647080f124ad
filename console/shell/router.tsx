import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { Inbox } from '../conversations/Inbox.tsx'
import { addressOf } from '../metrics/period.ts'
import { Frame } from './Frame.tsx'

const root = createRootRoute({ component: Frame })

/** The inbox comes with the shell, because everybody begins there; the others are a chunk each, loaded when they are opened. */
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: Inbox,
})
const conversation = createRoute({
  getParentRoute: () => root,
  path: '/inbox/$conversation',
  // A message to jump to, by its number in the timeline.
  validateSearch: ({ seq }: Record<string, unknown>): { seq?: number } =>
    Number.isInteger(Number(seq)) && Number(seq) > 0 ? { seq: Number(seq) } : {},
  component: Inbox,
})
const floor = createRoute({ getParentRoute: () => root, path: '/floor', component: lazyRouteComponent(() => import('../queue/Floor.tsx'), 'Floor') })
const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  component: lazyRouteComponent(() => import('../customers/Customers.tsx'), 'Customers'),
})
const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customer',
  component: lazyRouteComponent(() => import('../customers/CustomerPage.tsx'), 'CustomerPage'),
})
const knowledge = createRoute({
  getParentRoute: () => root,
  path: '/knowledge',
  component: lazyRouteComponent(() => import('../knowledge/Knowledge.tsx'), 'Knowledge'),
})
const article = createRoute({
  getParentRoute: () => root,
  path: '/knowledge/$article',
  component: lazyRouteComponent(() => import('../knowledge/Knowledge.tsx'), 'Knowledge'),
})
const results = createRoute({
  getParentRoute: () => root,
  path: '/results',
  // What is looked at stands in the address: it stays after a reload, and can be sent on.
  validateSearch: addressOf,
  component: lazyRouteComponent(() => import('../metrics/Results.tsx'), 'Results'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./Settings.tsx'), 'Settings'),
})
const section = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('./Settings.tsx'), 'Settings'),
})
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' })
  },
})

export const router = createRouter({
  routeTree: root.addChildren([home, inbox, conversation, floor, customers, customer, knowledge, article, results, settings, section]),
  basepath: '/console',
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
