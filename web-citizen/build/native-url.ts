// Stands in for `url-parse` in the browser: tus-js-client resolves one address with it, which every browser does itself.
export default URL;
