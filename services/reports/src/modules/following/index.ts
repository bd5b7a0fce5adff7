export { contactOfFollower, forgetFollowers, type FollowerContact } from './contact-of-follower.ts';
export { findFollowed } from './repository.ts';
export { followerHash, followingAccount } from './follower.ts';
export { FollowingResolver } from './resolver.ts';
export { unfollowRoutes } from './routes.ts';
export { tellFollowers, tellFollowersOfAreas } from './tell-followers.ts';
