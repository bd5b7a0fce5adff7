/** Where the national desk sits, and where days of national figures and dates of effect begin. */
export const NATIONAL_TIME_ZONE = 'Asia/Jakarta';
