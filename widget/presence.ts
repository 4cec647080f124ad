/**
 * Says whether this tab shall hold a stream. A tab in sight does. Of all tabs out of sight only one does: browsers
 * allow six connections to a host over HTTP/1.1, and a customer with seven tabs of the shop would otherwise be mute.
 */
export function watchPresence(name: string, decide: (hold: boolean) => void): () => void {
  let release: () => void = () => {}

  const look = () => {
    release()
    release = () => {}
    if (document.visibilityState === 'visible') return decide(true)
    if (!navigator.locks) return decide(true)
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (document.visibilityState === 'visible') return
      decide(lock !== null)
      return (
        lock &&
        new Promise<void>((resolve) => {
          release = resolve
        })
      )
    })
  }
  // A page that is kept for the back button must let go, or it would not be kept.
  const away = () => {
    release()
    decide(false)
  }
  document.addEventListener('visibilitychange', look)
  addEventListener('pagehide', away)
  addEventListener('pageshow', look)
  look()
  return look
}
