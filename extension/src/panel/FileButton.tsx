import { Button } from '@fluentui/react-components'
import { useRef } from 'react'

interface FileButtonProps {
  /** What the button says. */
  readonly label: string
  /** Name of the file input, where the button says something else at times. */
  readonly name?: string
  /** Endings: `.json,.csv`. */
  readonly accept: string
  readonly several?: boolean
  readonly primary?: boolean
  readonly disabled?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** A button that asks for a file. The same file may be chosen again. */
export function FileButton({
  label,
  name = label,
  accept,
  several,
  primary,
  disabled,
  onFiles,
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        size="small"
        appearance={primary === true ? 'primary' : 'secondary'}
        disabled={disabled === true}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={name}
        accept={accept}
        multiple={several === true}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
