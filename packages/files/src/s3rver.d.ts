/** A server for tests that speaks S3; it comes without types. */
declare module 's3rver' {
  export default class S3rver {
    constructor(options: {
      address: string;
      port: number;
      silent: boolean;
      directory: string;
      configureBuckets: { name: string; configs: readonly never[] }[];
    });
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
