/** The single-page applications, by folder. */
export const APPLICATIONS = ['web-citizen', 'web-agency', 'web-admin'] as const;
