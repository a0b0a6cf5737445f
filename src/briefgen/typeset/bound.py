"""Short words that belong to what follows, of the languages that `sense` does not have itself. Data, loaded late."""

_WORDS = {
    "nl": "de het een en of in op aan van voor met naar bij uit "
    "over onder tot door als dat die te om niet geen zijn haar hun",
    "da": "en et den det de og eller i på af til for med fra om over under ved som at ikke",
    "sv": "en ett den det de och eller i på av till för med från om över under vid som att inte",
    "nb": "en ei et den det de og eller i på av til for med fra om over under ved som å ikke",
    "nn": "ein ei eit den det dei og eller i på av til for med frå om over under ved som å ikkje",
    "is": "og eða í á af til fyrir með frá um yfir undir við sem að ekki",
    "pl": "i a o u w z ze we oraz lub albo na do od po za przy przez dla bez nad pod przed że nie jak ich jego jej",
    "cs": "i a o u v k s z ve ke se ze na do od po za při pro bez nad pod před že ne jak ani nebo jejich jeho její",
    "sk": "i a o u v k s z vo ku so zo na do od po za pri pre bez nad pod pred že nie ako ani alebo ich jeho jej",
    "sl": "in a o v k s z na do od po za pri brez nad pod pred da ne kot ali njihov",
    "hr": "i a o u s k na do od po za pri bez nad pod pred da ne kao ili iz uz",
    "sr": "и а о у с к на до од по за при без над под пред да не као или "
    "из уз i a o u s k na do od po za pri bez nad pod da ne ili iz",
    "ro": "un o niște și sau de din la în pe cu pentru prin fără despre sub peste ca să nu care lui ale al a ai",
    "ca": "el la els les un una uns unes i o de del dels a al als en amb per sense sobre que no com seu seva",
    "gl": "o a os as un unha uns unhas e ou de do da dos das en no na nos nas con por para sen sobre que non",
    "hu": "a az egy és vagy de hogy nem is",
    "el": "ο η το οι τα του της των τον την τους τις ένας μια ένα και ή "
    "σε στο στη στην στον στους στις στα από με για προς χωρίς που να θα δεν μη",
    "ru": "и а о у в к с во ко со об на до от по за из при про для без над под перед через что не ни как или но",
    "uk": "і й а о у в з до від на по за із зі при про для без над під перед через що не ні як або та але",
    "be": "і а о у з да ад на па за са пры для без над пад праз што не ні як або ды але",
    "bg": "и а о у в с във със на до от по за из при без над под пред през че не ни как или но да",
    "et": "ja või ei on kui et",
    "lt": "ir ar į iš su be per po už apie nuo iki kad ne",
    "lv": "un vai no ar bez par pie uz līdz pēc ka ne",
    "ga": "an na agus nó ar ag as i in le do de ó faoi go gan",
    "id": "dan atau di ke dari untuk dengan pada yang oleh para",
    "vi": "và hoặc của ở tại trong cho với từ về các những một",
    "sw": "na au ya wa za la kwa katika cha vya",
}
BOUND = {language: frozenset(words.split()) for language, words in _WORDS.items()}
