/** Whether a request changes nothing, as its method says. */
export const isRead = ({ method }: { method: string }): boolean => method === 'GET' || method === 'HEAD'
