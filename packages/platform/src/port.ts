import { createServer } from 'node:net';

/** Throws with what to do when the port is not to be had. Asked before anything else starts. */
export function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    createServer()
      .once('error', (error: NodeJS.ErrnoException) => {
        const busy = error.code === 'EADDRINUSE';
        const reason = busy ? 'is in use by another program' : `cannot be used (${error.code})`;
        reject(
          new Error(
            `Port ${port} ${reason}. Stop that program, or choose another port: PORT=${port + 10} npx -y pnpm@12.21.0 start`,
          ),
        );
      })
      .listen(port, host, function (this: ReturnType<typeof createServer>) {
        this.close(() => resolve());
      });
  });
}
