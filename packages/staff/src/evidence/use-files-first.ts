import { useCallback, useEffect, useRef, useState } from 'react';

interface FilesFirst {
  /** Some files are on their way. */
  isSending: boolean;
  /** Sending was asked for and waits for them. */
  waits: boolean;
  onSending: (sending: boolean, failed: boolean) => void;
  /** Sends once all have arrived; where one could not be sent, nothing is, for a person has to see that. */
  sendThen: () => void;
  /** Forgets that sending was asked for: what would go is no longer what the person saw when they asked. */
  cancel: () => void;
}

/** Lets a form be sent while its files are still on their way: once, after the last of them. */
export function useFilesFirst(send: () => void): FilesFirst {
  const [files, setFiles] = useState({ sending: false, failed: false });
  const [wanted, setWanted] = useState(false);
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!wanted || files.sending) return;
    setWanted(false);
    if (!files.failed) latest.current();
  }, [wanted, files]);
  return {
    isSending: files.sending,
    waits: wanted && files.sending,
    onSending: useCallback((sending: boolean, failed: boolean) => setFiles({ sending, failed }), []),
    sendThen: useCallback(() => setWanted(true), []),
    cancel: useCallback(() => setWanted(false), []),
  };
}
