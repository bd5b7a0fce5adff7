/** Loaded when the first of them is opened. */
export { LeadDialog } from './lead-dialog.tsx';
export { WorkOrderDialog } from './work-order-dialog.tsx';
