import { createRoot } from 'react-dom/client'

// The five panes arrive with the add-in itself; until then the page says so and loads nothing else.
const root = document.querySelector('#root')
if (root) createRoot(root).render(<p>贷后助手加载项尚未提供,请使用命令行 postloan check。</p>)
