// A file of its own, so that it can be fetched apart from the entry.
export { auth } from '@lapor/web-client';
