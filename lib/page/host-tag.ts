/** Our own element: never part of the page's text. */
export const HOST_TAG = 'longcheng-card';
