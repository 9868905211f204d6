/** An error as Excel reports it to an add-in. */
export class ExcelFault extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

export const invalidArgument = (
  message = 'The argument is invalid or missing or has an incorrect format.',
): ExcelFault => new ExcelFault('InvalidArgument', message)

export const itemNotFound = (): ExcelFault =>
  new ExcelFault('ItemNotFound', "The requested resource doesn't exist.", 404)

export const itemAlreadyExists = (): ExcelFault =>
  new ExcelFault('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409)

export const accessDenied = (): ExcelFault =>
  new ExcelFault('AccessDenied', 'You cannot perform the requested operation.', 403)

export const invalidOperation = (message: string): ExcelFault => new ExcelFault('InvalidOperation', message)

export const wrongSize = (): ExcelFault =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  )
