import { browser } from 'wxt/browser'

export function openOptions(): void {
  void browser.runtime.openOptionsPage()
}

export function openTodo(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('/todo.html') })
}
