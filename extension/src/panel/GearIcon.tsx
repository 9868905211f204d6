export function GearIcon() {
  return (
    <svg
      className="pl-line-icon"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      strokeWidth="1.2"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8ZM8 1.5v2m0 9v2M1.5 8h2m9 0h2M3.4 3.4l1.4 1.4m6.4 6.4 1.4 1.4m0-9.2-1.4 1.4M4.8 11.2l-1.4 1.4" />
    </svg>
  )
}
