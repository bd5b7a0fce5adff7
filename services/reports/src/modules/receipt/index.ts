export { ReceiptResolver } from './graphql.ts';
export { receiptRoutes } from './routes.ts';
