/** Address of an agency's page. */
export const agencyPath = (id: string) => `/kinerja/${encodeURIComponent(id)}`;
