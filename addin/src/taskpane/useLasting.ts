import { useEffect, useState } from 'react'

const patience = 400

/** True once something has gone on for 0.4 seconds: what is over sooner is not worth a change of the page. */
export function useLasting(isGoing: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isGoing) return
    const timer = setTimeout(() => setLong(true), patience)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isGoing])
  return isGoing && isLong
}
