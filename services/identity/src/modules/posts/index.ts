export { copyPosts } from './copy-posts.ts';
