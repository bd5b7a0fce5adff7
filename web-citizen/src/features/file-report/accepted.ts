/** What a picker of files offers; the server judges by content. */
export const accepted = 'image/*,application/pdf,video/mp4,video/quicktime,video/webm,audio/*';
