export { default as FileReport } from './file-report.tsx';
export { default as Sent } from './sent.tsx';
