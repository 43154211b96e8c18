/** Name of the port an extension page opens to a tab: as long as it is open, the tab says when there is something new to ask for. */
export const FOLLOW_PORT = 'longcheng-follow';
