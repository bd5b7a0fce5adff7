/** A file that is made, not built. */
export interface MadeFile {
  contentType: string;
  body: string | Buffer;
  /** Its name changes with its content. */
  isLasting?: boolean;
}
