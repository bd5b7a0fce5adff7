export const SEND_TASK = 'send-delivery';
