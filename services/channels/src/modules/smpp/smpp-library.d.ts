/** What we use of the library, which has no types of its own: its codec of PDUs. */
declare module 'smpp' {
  import type { Server, Socket } from 'node:net';

  export class PDU {
    constructor(command: string | Buffer, options?: Record<string, unknown>);
    command: string;
    command_length: number;
    command_id: number;
    command_status: number;
    sequence_number: number;
    [field: string]: unknown;
    isResponse(): boolean;
    response(options?: Record<string, unknown>): PDU;
    toBuffer(): Buffer;
    static maxLength: number;
  }
  interface Session {
    on(event: string, listener: (pdu: PDU) => void): this;
    send(pdu: PDU): boolean;
    close(): void;
    destroy(): void;
    socket: Socket;
    [command: string]: unknown;
  }
  const library: {
    PDU: typeof PDU;
    createServer(listener: (session: Session) => void): Server;
    errors: Record<string, number>;
  };
  export default library;
}
