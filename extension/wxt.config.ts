import { defineConfig } from 'wxt'

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifest: { name: '贷后助手', description: '贷后管理规则检查:检查清单与缺项提示' },
})
