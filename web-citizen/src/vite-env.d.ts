/// <reference types="vite/client" />

// A catalogue, compiled and cut in parts at build time (build/messages.ts).
declare module '*.json?part=first' {
  import type { Messages } from '@lingui/core';

  const messages: Messages;
  export default messages;
}
declare module '*.json?part=more' {
  import type { Messages } from '@lingui/core';

  const messages: Messages;
  export default messages;
}
declare module '*.json?part=receipt' {
  import type { Messages } from '@lingui/core';

  const messages: Messages;
  export default messages;
}
declare module '*.json?part=soon' {
  import type { Messages } from '@lingui/core';

  const messages: Messages;
  export default messages;
}
