import { defineBackground } from 'wxt/utils/define-background'

// The page agent, panel and options pages arrive with the extension itself; this shell only proves the build.
export default defineBackground(() => {})
