// A keychain in memory, where there is no native module of `react-native-keychain`.
const entries = new Map();

export const getGenericPassword = async ({ service }) => entries.get(service) ?? false;
export const setGenericPassword = async (_username, password, { service }) => entries.set(service, { password });
export const resetGenericPassword = async ({ service }) => entries.delete(service);
