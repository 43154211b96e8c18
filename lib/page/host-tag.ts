/** Our own element: never part of the page's text. */
export const HOST_TAG = 'longcheng-card';
/** The element that says what is announced, and what a reader should know. */
export const NOTICE_TAG = 'longcheng-notice';

export const isOurTag = (localName: string) => localName === HOST_TAG || localName === NOTICE_TAG;
