/**
 * Public key of the extension: it fixes the id, so that an enterprise policy can name it before it is installed.
 * A bank that packs its own build gives its own with `--key`.
 */
export const extensionKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzvR6157IlWpAP05SIBPFdTmbJjGq6az8thtE7heW1dxW2YlHesRF' +
  'PLZAL64wcKapuq5Usqd/Omg3qp+EdcWjDdGNocXD95erKrR7sHsIK6zxfRyeuELy+IKxn6RG+EMiiwJJYJQBymHRQ0/E+Itb' +
  'YJ8HXCGwJvz7THbK6J/0JuvOIv74jNB12xR7Nk1/XIydmNzbbEeb0MrXVy6vyG5D+MhunwK3rUJ4OSFkH1dWQAWogVUUQnU/' +
  '84IHETLKDfBiPf/bDpV+I43MRBfVFq0VN2JirHiv5mLuRY5N8sGU9YVoLoWeJGg8M/OM2G6oo6ltRDtsakK03gOR5N2dyyu0' +
  'VwIDAQAB'
