/** While someone points, presses do not reach the page: whoever began it must hold this port open. */
export const pointingPort = 'pointing:'
