export { fingerprintInKeyFile, keyFingerprint, newKeyFile, openKeyFile } from './keyFile.ts'
export type { KeyFile, SigningKey } from './keyFile.ts'
export { packMessages } from './packMessages.ts'
export { packFormat, packJsonSchema, packSchema, pageMapSchema } from './packSchema.ts'
export type {
  Pack,
  PackField,
  PackPageMap,
  PackParameter,
  PackParameterEntry,
  PackRule,
  PackSeverity,
} from './packSchema.ts'
export { memberOf, pathKey } from './readJson.ts'
export type { JsonPath, JsonText } from './readJson.ts'
export { decodePack, problemAt, readPack, readShaped } from './readPack.ts'
export type { PackProblem, PackText, ReadPack, ReadShaped } from './readPack.ts'
export { signPack, verifyPack } from './signPack.ts'
export type { SignatureState } from './signPack.ts'
