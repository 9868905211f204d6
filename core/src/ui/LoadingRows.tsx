import { Skeleton, SkeletonItem } from '@fluentui/react-components'
import { useEffect, useState } from 'react'

import { uiWords as words } from './messages.ts'

const patience = 400

/** Two grey lines where something is on its way; nothing at all before 0.4 seconds have passed. */
export function LoadingRows() {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return <div className="pl-loading" />
  return (
    <Skeleton className="pl-loading" aria-label={words.loading} animation="pulse">
      <SkeletonItem size={16} />
      <SkeletonItem size={16} className="pl-loading-short" />
    </Skeleton>
  )
}
