import { consoleConfig } from '@lapor/staff/vite';
import { drawnMaps } from './build/drawn-maps.ts';

const config = consoleConfig('/admin/');
export default { ...config, plugins: [drawnMaps(), ...(config.plugins ?? [])] };
