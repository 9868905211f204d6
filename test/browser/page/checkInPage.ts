import { webCodec } from '@postloan/core/workbook'

import { checkBytes } from '../checkBytes.ts'

const fileName = new URLSearchParams(location.search).get('file') ?? ''
const bytes = new Uint8Array(await (await fetch('./ledger.xlsx')).arrayBuffer())
const place = document.querySelector('#result')
const checked = await checkBytes(bytes, fileName, webCodec())
if (place) place.textContent = JSON.stringify(checked)
