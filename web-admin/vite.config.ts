import { consoleConfig } from '@lapor/staff/vite';

export default consoleConfig('/admin/');
