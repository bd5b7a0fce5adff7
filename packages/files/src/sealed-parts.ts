import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { FileStore } from './file-store.ts';
import {
  type BegunUpload,
  type FinishedUpload,
  type UploadLedger,
  type UploadPart,
  UploadRefused,
} from './upload-ledger.ts';

/** As much may be lost when a connection breaks, and as much is held in memory of one that runs. */
const PART_BYTES = 1024 * 1024;

export interface SealedPartsOptions {
  ledger: UploadLedger;
  files: FileStore;
  /** Judges the first bytes. @throws `UploadRefused` */
  judgeBeginning(bytes: Buffer, sizeBytes: number): Promise<void>;
  /** Holds back files that are complete, so that few are in memory at a time. */
  inTurn<Result>(task: () => Promise<Result>): Promise<Result>;
}

/**
 * What the tus server writes to, for one request: parts are sealed like files, the ledger knows them. The last part is not noted before
 * the file was judged and kept, so that a whole upload is a kept file, whatever dies in between.
 */
export class SealedParts extends DataStore {
  /** What the service answered when the file became whole in this request. */
  finished: FinishedUpload | null = null;
  readonly #options: SealedPartsOptions;

  constructor(options: SealedPartsOptions) {
    super();
    this.#options = options;
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.#options.ledger.begin({
      id: upload.id,
      sizeBytes: upload.size!,
      fileName: upload.metadata?.['filename'] ?? undefined,
    });
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const { sizeBytes, offsetBytes } = await this.#find(id);
    return new Upload({ id, size: sizeBytes, offset: offsetBytes });
  }

  override async remove(id: string): Promise<void> {
    const upload = await this.#find(id);
    // A whole one is a file of its own by now, and may hang on a report.
    if (upload.offsetBytes === upload.sizeBytes) throw ERRORS.INVALID_TERMINATION;
    await this.#forget(id);
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const upload = await this.#find(id);
    let at = offset;
    let held: Buffer[] = [];
    let heldBytes = 0;
    const flush = async () => {
      const bytes = Buffer.concat(held, heldBytes);
      held = [];
      heldBytes = 0;
      if (bytes.length === 0) return;
      at = await this.#take(upload, at, bytes);
    };
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        held.push(chunk);
        heldBytes += chunk.length;
        if (heldBytes >= PART_BYTES) await flush();
      }
    } catch (error) {
      if (error instanceof UploadRefused || isTusError(error)) throw error;
      // The connection broke: what has come counts.
      await flush();
      throw error;
    }
    await flush();
    return at;
  }

  /** Keeps a part; gives where the upload stands then. */
  async #take(upload: BegunUpload, offsetBytes: number, bytes: Buffer): Promise<number> {
    const { ledger, files, judgeBeginning } = this.#options;
    const end = offsetBytes + bytes.length;
    try {
      if (offsetBytes === 0) await judgeBeginning(bytes, upload.sizeBytes);
      if (end === upload.sizeBytes) {
        await this.#finish({ ...upload, offsetBytes }, bytes);
        return end;
      }
    } catch (error) {
      if (error instanceof UploadRefused) await this.#forget(upload.id);
      throw error;
    }
    const key = `${upload.id.slice(-2)}/${upload.id}-part-${randomUUID()}`;
    await files.put(key, bytes);
    if (await ledger.addPart(upload.id, { offsetBytes, sizeBytes: bytes.length, key })) return end;
    await files.remove(key);
    throw ERRORS.INVALID_OFFSET;
  }

  async #finish(upload: BegunUpload, last: Buffer): Promise<void> {
    const { ledger, files, inTurn } = this.#options;
    const parts = await ledger.parts(upload.id);
    this.finished = await inTurn(async () =>
      ledger.finish(upload, Buffer.concat([...(await this.#read(upload, parts)), last])),
    );
    for (const { key } of parts) await files.remove(key);
  }

  /** What came before the last part. Another replica may be done with it already, and its parts gone. */
  async #read({ id, offsetBytes }: BegunUpload, parts: readonly UploadPart[]): Promise<Buffer[]> {
    const content: Buffer[] = [];
    try {
      for (const { key } of parts) content.push(await this.#options.files.get(key));
    } catch (error) {
      if ((await this.#find(id)).offsetBytes === offsetBytes) throw error;
      throw ERRORS.INVALID_OFFSET;
    }
    if (content.reduce((sum, { length }) => sum + length, 0) !== offsetBytes) throw ERRORS.INVALID_OFFSET;
    return content;
  }

  async #find(id: string): Promise<BegunUpload> {
    const upload = await this.#options.ledger.find(id);
    if (!upload) throw ERRORS.FILE_NOT_FOUND;
    return upload;
  }

  async #forget(id: string): Promise<void> {
    const { ledger, files } = this.#options;
    const parts = await ledger.parts(id);
    await ledger.forget(id);
    for (const { key } of parts) await files.remove(key);
  }
}

/** The tus server throws its refusals as plain objects. */
export const isTusError = (error: unknown): error is { status_code: number; body: string } =>
  typeof error === 'object' && error !== null && 'status_code' in error;
