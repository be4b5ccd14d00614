// Loaded before all else (node --import), in every thread: whoever looks up a name or connects to anything but this
// machine fails, as without a network.
import dns from 'node:dns'
import net from 'node:net'

const LOCAL = /^(?:127\.|::1$|localhost$)/
const refused = (where) => Object.assign(new Error(`no network: ${where}`), { code: 'ENETUNREACH' })

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function connectLocally(...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args
  const host = typeof options === 'object' ? (options.host ?? 'localhost') : (args[1] ?? 'localhost')
  const isPipe = typeof options === 'object' ? options.path !== undefined : typeof options === 'string'
  if (isPipe || LOCAL.test(String(host))) return connect.apply(this, args)
  process.nextTick(() => this.destroy(refused(host)))
  return this
}
const lookup = dns.lookup
dns.lookup = (name, ...rest) => {
  if (LOCAL.test(name)) return lookup(name, ...rest)
  const done = rest.at(-1)
  process.nextTick(() => done(refused(name)))
}
