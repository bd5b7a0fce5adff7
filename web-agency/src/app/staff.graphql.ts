// What the shared parts ask for belongs to the operations of this console, too.
export * from '@lapor/staff/documents';
