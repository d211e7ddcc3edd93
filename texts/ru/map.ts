/** Words of the map itself, the same in the console and on the portal. Keys of `controls` are MapLibre's own. */
export const map = {
  controls: {
    'AttributionControl.ToggleAttribution': 'Показать источники карты',
    'FullscreenControl.Enter': 'На весь экран',
    'FullscreenControl.Exit': 'Выйти из полного экрана',
    'GeolocateControl.FindMyLocation': 'Показать, где я',
    'GeolocateControl.LocationNotAvailable': 'Не получилось узнать, где вы',
    'Map.Title': 'Карта',
    'Marker.Title': 'Точка на карте',
    'NavigationControl.ResetBearing': 'Повернуть на север',
    'NavigationControl.ZoomIn': 'Приблизить',
    'NavigationControl.ZoomOut': 'Отдалить',
    'Popup.Close': 'Закрыть',
    'ScaleControl.Feet': 'фт',
    'ScaleControl.Meters': 'м',
    'ScaleControl.Kilometers': 'км',
    'ScaleControl.Miles': 'мили',
    'ScaleControl.NauticalMiles': 'морские мили',
    'CooperativeGesturesHandler.WindowsHelpText': 'Чтобы приблизить карту, крутите колесо с клавишей Ctrl',
    'CooperativeGesturesHandler.MacHelpText': 'Чтобы приблизить карту, крутите колесо с клавишей ⌘',
    'CooperativeGesturesHandler.MobileHelpText': 'Двигайте карту двумя пальцами',
  } as Readonly<Record<string, string>>,
};

export type MapTexts = typeof map;
