// Written by tools/fold-table.py from Unicode 14.0.0; 2377 characters. Do not edit.
namespace PaperFunctions.Papers;

public static partial class FoldTable
{
    private const string Data =
        "aa:a b2:2 b3:3 b5:mu b9:1 ba:o bc:1/4 bd:1/2 be:3/4 c0:a c1:a c2:a c3:a c4:a c5:a c6:ae c7:c c8:e c9:e ca:e cb:e cc:i cd:i ce:i "
        + "cf:i d0:d " +
        "d1:n d2:o d3:o d4:o d5:o d6:o d7:x d8:o d9:u da:u db:u dc:u dd:y de:th df:ss e0:a e1:a e2:a e3:a e4:a e5:a e6:ae e7:c e8:e e9:e "
        + "ea:e eb:e " +
        "ec:i ed:i ee:i ef:i f0:d f1:n f2:o f3:o f4:o f5:o f6:o f8:o f9:u fa:u fb:u fc:u fd:y fe:th ff:y 100:a 101:a 102:a 103:a 104:a "
        + "105:a 106:c " +
        "107:c 108:c 109:c 10a:c 10b:c 10c:c 10d:c 10e:d 10f:d 110:d 111:d 112:e 113:e 114:e 115:e 116:e 117:e 118:e 119:e 11a:e 11b:e "
        + "11c:g 11d:g " +
        "11e:g 11f:g 120:g 121:g 122:g 123:g 124:h 125:h 126:h 127:h 128:i 129:i 12a:i 12b:i 12c:i 12d:i 12e:i 12f:i 130:i 131:i 132:ij "
        + "133:ij 134:j " +
        "135:j 136:k 137:k 139:l 13a:l 13b:l 13c:l 13d:l 13e:l 13f:l 140:l 141:l 142:l 143:n 144:n 145:n 146:n 147:n 148:n 149:ʼn 14a:n "
        + "14b:n 14c:o " +
        "14d:o 14e:o 14f:o 150:o 151:o 152:oe 153:oe 154:r 155:r 156:r 157:r 158:r 159:r 15a:s 15b:s 15c:s 15d:s 15e:s 15f:s 160:s 161:s "
        + "162:t 163:t " +
        "164:t 165:t 166:t 167:t 168:u 169:u 16a:u 16b:u 16c:u 16d:u 16e:u 16f:u 170:u 171:u 172:u 173:u 174:w 175:w 176:y 177:y 178:y "
        + "179:z 17a:z " +
        "17b:z 17c:z 17d:z 17e:z 17f:s 1a0:o 1a1:o 1af:u 1b0:u 1c4:dz 1c5:dz 1c6:dz 1c7:lj 1c8:lj 1c9:lj 1ca:nj 1cb:nj 1cc:nj 1cd:a "
        + "1ce:a 1cf:i 1d0:i " +
        "1d1:o 1d2:o 1d3:u 1d4:u 1d5:u 1d6:u 1d7:u 1d8:u 1d9:u 1da:u 1db:u 1dc:u 1de:a 1df:a 1e0:a 1e1:a 1e2:ae 1e3:ae 1e6:g 1e7:g 1e8:k "
        + "1e9:k 1ea:o " +
        "1eb:o 1ec:o 1ed:o 1ee:ʒ 1ef:ʒ 1f0:j 1f1:dz 1f2:dz 1f3:dz 1f4:g 1f5:g 1f8:n 1f9:n 1fa:a 1fb:a 1fc:ae 1fd:ae 1fe:o 1ff:o 200:a "
        + "201:a 202:a " +
        "203:a 204:e 205:e 206:e 207:e 208:i 209:i 20a:i 20b:i 20c:o 20d:o 20e:o 20f:o 210:r 211:r 212:r 213:r 214:u 215:u 216:u 217:u "
        + "218:s 219:s " +
        "21a:t 21b:t 21e:h 21f:h 226:a 227:a 228:e 229:e 22a:o 22b:o 22c:o 22d:o 22e:o 22f:o 230:o 231:o 232:y 233:y 237:j 2b0:h 2b1:ɦ "
        + "2b2:j 2b3:r " +
        "2b4:ɹ 2b5:ɻ 2b6:ʁ 2b7:w 2b8:y 2e0:ɣ 2e1:l 2e2:s 2e3:x 2e4:ʕ 374:ʹ 386:alpha 388:epsilon 389:eta 38a:iota 38c:omicron "
        + "38e:upsilon 38f:omega " +
        "390:iota 391:alpha 392:beta 393:gamma 394:delta 395:epsilon 396:zeta 397:eta 398:theta 399:iota 39a:kappa 39b:lambda 39c:mu "
        + "39d:nu 39e:xi " +
        "39f:omicron 3a0:pi 3a1:rho 3a3:sigma 3a4:tau 3a5:upsilon 3a6:phi 3a7:chi 3a8:psi 3a9:omega 3aa:iota 3ab:upsilon 3ac:alpha "
        + "3ad:epsilon " +
        "3ae:eta 3af:iota 3b0:upsilon 3b1:alpha 3b2:beta 3b3:gamma 3b4:delta 3b5:epsilon 3b6:zeta 3b7:eta 3b8:theta 3b9:iota 3ba:kappa "
        + "3bb:lambda " +
        "3bc:mu 3bd:nu 3be:xi 3bf:omicron 3c0:pi 3c1:rho 3c2:sigma 3c3:sigma 3c4:tau 3c5:upsilon 3c6:phi 3c7:chi 3c8:psi 3c9:omega "
        + "3ca:iota " +
        "3cb:upsilon 3cc:omicron 3cd:upsilon 3ce:omega 3d0:beta 3d1:theta 3d2:upsilon 3d3:upsilon 3d4:upsilon 3d5:phi 3d6:pi 3f0:kappa "
        + "3f1:rho " +
        "3f2:sigma 3f4:theta 3f5:epsilon 3f9:sigma 400:е 401:е 403:г 407:і 40c:к 40d:и 40e:у 419:и 439:и 450:е 451:е 453:г 457:і 45c:к "
        + "45d:и 45e:у " +
        "476:ѵ 477:ѵ 4c1:ж 4c2:ж 4d0:а 4d1:а 4d2:а 4d3:а 4d6:е 4d7:е 4da:ә 4db:ә 4dc:ж 4dd:ж 4de:з 4df:з 4e2:и 4e3:и 4e4:и 4e5:и 4e6:о "
        + "4e7:о 4ea:ө " +
        "4eb:ө 4ec:э 4ed:э 4ee:у 4ef:у 4f0:у 4f1:у 4f2:у 4f3:у 4f4:ч 4f5:ч 4f8:ы 4f9:ы 1d2c:a 1d2d:ae 1d2e:b 1d30:d 1d31:e 1d32:ǝ 1d33:g "
        + "1d34:h " +
        "1d35:i 1d36:j 1d37:k 1d38:l 1d39:m 1d3a:n 1d3c:o 1d3d:ȣ 1d3e:p 1d3f:r 1d40:t 1d41:u 1d42:w 1d43:a 1d44:ɐ 1d45:ɑ 1d46:ᴂ 1d47:b "
        + "1d48:d 1d49:e " +
        "1d4a:ə 1d4b:ɛ 1d4c:ɜ 1d4d:g 1d4f:k 1d50:m 1d51:n 1d52:o 1d53:ɔ 1d54:ᴖ 1d55:ᴗ 1d56:p 1d57:t 1d58:u 1d59:ᴝ 1d5a:ɯ 1d5b:v 1d5c:ᴥ "
        + "1d5d:beta " +
        "1d5e:gamma 1d5f:delta 1d60:phi 1d61:chi 1d62:i 1d63:r 1d64:u 1d65:v 1d66:beta 1d67:gamma 1d68:rho 1d69:phi 1d6a:chi 1d78:н "
        + "1d9b:ɒ 1d9c:c " +
        "1d9d:ɕ 1d9e:d 1d9f:ɜ 1da0:f 1da1:ɟ 1da2:ɡ 1da3:ɥ 1da4:ɨ 1da5:ɩ 1da6:ɪ 1da7:ᵻ 1da8:ʝ 1da9:ɭ 1daa:ᶅ 1dab:ʟ 1dac:ɱ 1dad:ɰ 1dae:ɲ "
        + "1daf:ɳ 1db0:ɴ " +
        "1db1:ɵ 1db2:ɸ 1db3:ʂ 1db4:ʃ 1db5:ƫ 1db6:ʉ 1db7:ʊ 1db8:ᴜ 1db9:ʋ 1dba:ʌ 1dbb:z 1dbc:ʐ 1dbd:ʑ 1dbe:ʒ 1dbf:theta 1e00:a 1e01:a "
        + "1e02:b 1e03:b " +
        "1e04:b 1e05:b 1e06:b 1e07:b 1e08:c 1e09:c 1e0a:d 1e0b:d 1e0c:d 1e0d:d 1e0e:d 1e0f:d 1e10:d 1e11:d 1e12:d 1e13:d 1e14:e 1e15:e "
        + "1e16:e 1e17:e " +
        "1e18:e 1e19:e 1e1a:e 1e1b:e 1e1c:e 1e1d:e 1e1e:f 1e1f:f 1e20:g 1e21:g 1e22:h 1e23:h 1e24:h 1e25:h 1e26:h 1e27:h 1e28:h 1e29:h "
        + "1e2a:h 1e2b:h " +
        "1e2c:i 1e2d:i 1e2e:i 1e2f:i 1e30:k 1e31:k 1e32:k 1e33:k 1e34:k 1e35:k 1e36:l 1e37:l 1e38:l 1e39:l 1e3a:l 1e3b:l 1e3c:l 1e3d:l "
        + "1e3e:m 1e3f:m " +
        "1e40:m 1e41:m 1e42:m 1e43:m 1e44:n 1e45:n 1e46:n 1e47:n 1e48:n 1e49:n 1e4a:n 1e4b:n 1e4c:o 1e4d:o 1e4e:o 1e4f:o 1e50:o 1e51:o "
        + "1e52:o 1e53:o " +
        "1e54:p 1e55:p 1e56:p 1e57:p 1e58:r 1e59:r 1e5a:r 1e5b:r 1e5c:r 1e5d:r 1e5e:r 1e5f:r 1e60:s 1e61:s 1e62:s 1e63:s 1e64:s 1e65:s "
        + "1e66:s 1e67:s " +
        "1e68:s 1e69:s 1e6a:t 1e6b:t 1e6c:t 1e6d:t 1e6e:t 1e6f:t 1e70:t 1e71:t 1e72:u 1e73:u 1e74:u 1e75:u 1e76:u 1e77:u 1e78:u 1e79:u "
        + "1e7a:u 1e7b:u " +
        "1e7c:v 1e7d:v 1e7e:v 1e7f:v 1e80:w 1e81:w 1e82:w 1e83:w 1e84:w 1e85:w 1e86:w 1e87:w 1e88:w 1e89:w 1e8a:x 1e8b:x 1e8c:x 1e8d:x "
        + "1e8e:y 1e8f:y " +
        "1e90:z 1e91:z 1e92:z 1e93:z 1e94:z 1e95:z 1e96:h 1e97:t 1e98:w 1e99:y 1e9a:aʾ 1e9b:s 1e9e:ss 1ea0:a 1ea1:a 1ea2:a 1ea3:a 1ea4:a "
        + "1ea5:a " +
        "1ea6:a 1ea7:a 1ea8:a 1ea9:a 1eaa:a 1eab:a 1eac:a 1ead:a 1eae:a 1eaf:a 1eb0:a 1eb1:a 1eb2:a 1eb3:a 1eb4:a 1eb5:a 1eb6:a 1eb7:a "
        + "1eb8:e 1eb9:e " +
        "1eba:e 1ebb:e 1ebc:e 1ebd:e 1ebe:e 1ebf:e 1ec0:e 1ec1:e 1ec2:e 1ec3:e 1ec4:e 1ec5:e 1ec6:e 1ec7:e 1ec8:i 1ec9:i 1eca:i 1ecb:i "
        + "1ecc:o 1ecd:o " +
        "1ece:o 1ecf:o 1ed0:o 1ed1:o 1ed2:o 1ed3:o 1ed4:o 1ed5:o 1ed6:o 1ed7:o 1ed8:o 1ed9:o 1eda:o 1edb:o 1edc:o 1edd:o 1ede:o 1edf:o "
        + "1ee0:o 1ee1:o " +
        "1ee2:o 1ee3:o 1ee4:u 1ee5:u 1ee6:u 1ee7:u 1ee8:u 1ee9:u 1eea:u 1eeb:u 1eec:u 1eed:u 1eee:u 1eef:u 1ef0:u 1ef1:u 1ef2:y 1ef3:y "
        + "1ef4:y 1ef5:y " +
        "1ef6:y 1ef7:y 1ef8:y 1ef9:y 1f00:alpha 1f01:alpha 1f02:alpha 1f03:alpha 1f04:alpha 1f05:alpha 1f06:alpha 1f07:alpha 1f08:alpha "
        + "1f09:alpha " +
        "1f0a:alpha 1f0b:alpha 1f0c:alpha 1f0d:alpha 1f0e:alpha 1f0f:alpha 1f10:epsilon 1f11:epsilon 1f12:epsilon 1f13:epsilon "
        + "1f14:epsilon " +
        "1f15:epsilon 1f18:epsilon 1f19:epsilon 1f1a:epsilon 1f1b:epsilon 1f1c:epsilon 1f1d:epsilon 1f20:eta 1f21:eta 1f22:eta 1f23:eta "
        + "1f24:eta " +
        "1f25:eta 1f26:eta 1f27:eta 1f28:eta 1f29:eta 1f2a:eta 1f2b:eta 1f2c:eta 1f2d:eta 1f2e:eta 1f2f:eta 1f30:iota 1f31:iota "
        + "1f32:iota 1f33:iota " +
        "1f34:iota 1f35:iota 1f36:iota 1f37:iota 1f38:iota 1f39:iota 1f3a:iota 1f3b:iota 1f3c:iota 1f3d:iota 1f3e:iota 1f3f:iota "
        + "1f40:omicron " +
        "1f41:omicron 1f42:omicron 1f43:omicron 1f44:omicron 1f45:omicron 1f48:omicron 1f49:omicron 1f4a:omicron 1f4b:omicron "
        + "1f4c:omicron " +
        "1f4d:omicron 1f50:upsilon 1f51:upsilon 1f52:upsilon 1f53:upsilon 1f54:upsilon 1f55:upsilon 1f56:upsilon 1f57:upsilon "
        + "1f59:upsilon " +
        "1f5b:upsilon 1f5d:upsilon 1f5f:upsilon 1f60:omega 1f61:omega 1f62:omega 1f63:omega 1f64:omega 1f65:omega 1f66:omega 1f67:omega "
        + "1f68:omega " +
        "1f69:omega 1f6a:omega 1f6b:omega 1f6c:omega 1f6d:omega 1f6e:omega 1f6f:omega 1f70:alpha 1f71:alpha 1f72:epsilon 1f73:epsilon "
        + "1f74:eta " +
        "1f75:eta 1f76:iota 1f77:iota 1f78:omicron 1f79:omicron 1f7a:upsilon 1f7b:upsilon 1f7c:omega 1f7d:omega 1f80:alpha 1f81:alpha "
        + "1f82:alpha " +
        "1f83:alpha 1f84:alpha 1f85:alpha 1f86:alpha 1f87:alpha 1f88:alpha 1f89:alpha 1f8a:alpha 1f8b:alpha 1f8c:alpha 1f8d:alpha "
        + "1f8e:alpha " +
        "1f8f:alpha 1f90:eta 1f91:eta 1f92:eta 1f93:eta 1f94:eta 1f95:eta 1f96:eta 1f97:eta 1f98:eta 1f99:eta 1f9a:eta 1f9b:eta 1f9c:eta "
        + "1f9d:eta " +
        "1f9e:eta 1f9f:eta 1fa0:omega 1fa1:omega 1fa2:omega 1fa3:omega 1fa4:omega 1fa5:omega 1fa6:omega 1fa7:omega 1fa8:omega 1fa9:omega "
        + "1faa:omega " +
        "1fab:omega 1fac:omega 1fad:omega 1fae:omega 1faf:omega 1fb0:alpha 1fb1:alpha 1fb2:alpha 1fb3:alpha 1fb4:alpha 1fb6:alpha "
        + "1fb7:alpha " +
        "1fb8:alpha 1fb9:alpha 1fba:alpha 1fbb:alpha 1fbc:alpha 1fbe:iota 1fc2:eta 1fc3:eta 1fc4:eta 1fc6:eta 1fc7:eta 1fc8:epsilon "
        + "1fc9:epsilon " +
        "1fca:eta 1fcb:eta 1fcc:eta 1fd0:iota 1fd1:iota 1fd2:iota 1fd3:iota 1fd6:iota 1fd7:iota 1fd8:iota 1fd9:iota 1fda:iota 1fdb:iota "
        + "1fe0:upsilon " +
        "1fe1:upsilon 1fe2:upsilon 1fe3:upsilon 1fe4:rho 1fe5:rho 1fe6:upsilon 1fe7:upsilon 1fe8:upsilon 1fe9:upsilon 1fea:upsilon "
        + "1feb:upsilon " +
        "1fec:rho 1ff2:omega 1ff3:omega 1ff4:omega 1ff6:omega 1ff7:omega 1ff8:omicron 1ff9:omicron 1ffa:omega 1ffb:omega 1ffc:omega "
        + "2044:/ 2070:0 " +
        "2071:i 2074:4 2075:5 2076:6 2077:7 2078:8 2079:9 207a:+ 207f:n 2080:0 2081:1 2082:2 2083:3 2084:4 2085:5 2086:6 2087:7 2088:8 "
        + "2089:9 208a:+ " +
        "2090:a 2091:e 2092:o 2093:x 2094:ə 2095:h 2096:k 2097:l 2098:m 2099:n 209a:p 209b:s 209c:t 2100:a/c 2101:a/s 2102:c 2103:c "
        + "2105:c/o 2106:c/u " +
        "2107:ɛ 2109:f 210a:g 210b:h 210c:h 210d:h 210e:h 210f:h 2110:i 2111:i 2112:l 2113:l 2115:n 2116:no 2119:p 211a:q 211b:r 211c:r "
        + "211d:r " +
        "2120:sm 2121:tel 2122:tm 2124:z 2126:omega 2128:z 212b:a 212c:b 212d:c 212f:e 2130:e 2131:f 2133:m 2134:o 2135:א 2136:ב 2137:ג "
        + "2138:ד 2139:i " +
        "213b:fax 213c:pi 213d:gamma 213e:gamma 213f:pi 2140:sum 2145:d 2146:d 2147:e 2148:i 2149:j 2150:1/7 2151:1/9 2152:1/10 2153:1/3 "
        + "2154:2/3 " +
        "2155:1/5 2156:2/5 2157:3/5 2158:4/5 2159:1/6 215a:5/6 215b:1/8 215c:3/8 215d:5/8 215e:7/8 215f:1/ 2160:i 2161:ii 2162:iii "
        + "2163:iv 2164:v " +
        "2165:vi 2166:vii 2167:viii 2168:ix 2169:x 216a:xi 216b:xii 216c:l 216d:c 216e:d 216f:m 2170:i 2171:ii 2172:iii 2173:iv 2174:v "
        + "2175:vi " +
        "2176:vii 2177:viii 2178:ix 2179:x 217a:xi 217b:xii 217c:l 217d:c 217e:d 217f:m 2189:0/3 2202:partial 2207:nabla 220f:prod "
        + "2211:sum 2215:/ " +
        "2217:* 221a:sqrt 221e:infinity 22c6:* 2460:1 2461:2 2462:3 2463:4 2464:5 2465:6 2466:7 2467:8 2468:9 2469:10 246a:11 246b:12 "
        + "246c:13 246d:14 " +
        "246e:15 246f:16 2470:17 2471:18 2472:19 2473:20 2474:1 2475:2 2476:3 2477:4 2478:5 2479:6 247a:7 247b:8 247c:9 247d:10 247e:11 "
        + "247f:12 " +
        "2480:13 2481:14 2482:15 2483:16 2484:17 2485:18 2486:19 2487:20 2488:1. 2489:2. 248a:3. 248b:4. 248c:5. 248d:6. 248e:7. 248f:8. "
        + "2490:9. " +
        "2491:10. 2492:11. 2493:12. 2494:13. 2495:14. 2496:15. 2497:16. 2498:17. 2499:18. 249a:19. 249b:20. 249c:a 249d:b 249e:c 249f:d "
        + "24a0:e 24a1:f " +
        "24a2:g 24a3:h 24a4:i 24a5:j 24a6:k 24a7:l 24a8:m 24a9:n 24aa:o 24ab:p 24ac:q 24ad:r 24ae:s 24af:t 24b0:u 24b1:v 24b2:w 24b3:x "
        + "24b4:y 24b5:z " +
        "24b6:a 24b7:b 24b8:c 24b9:d 24ba:e 24bb:f 24bc:g 24bd:h 24be:i 24bf:j 24c0:k 24c1:l 24c2:m 24c3:n 24c4:o 24c5:p 24c6:q 24c7:r "
        + "24c8:s 24c9:t " +
        "24ca:u 24cb:v 24cc:w 24cd:x 24ce:y 24cf:z 24d0:a 24d1:b 24d2:c 24d3:d 24d4:e 24d5:f 24d6:g 24d7:h 24d8:i 24d9:j 24da:k 24db:l "
        + "24dc:m 24dd:n " +
        "24de:o 24df:p 24e0:q 24e1:r 24e2:s 24e3:t 24e4:u 24e5:v 24e6:w 24e7:x 24e8:y 24e9:z 24ea:0 2605:* 266f:# 2731:* fb00:ff fb01:fi "
        + "fb02:fl " +
        "fb03:ffi fb04:ffl fb05:st fb06:st fe60:and ff03:# ff06:and ff0a:* ff0b:+ ff0e:. ff0f:/ ff10:0 ff11:1 ff12:2 ff13:3 ff14:4 "
        + "ff15:5 ff16:6 " +
        "ff17:7 ff18:8 ff19:9 ff21:a ff22:b ff23:c ff24:d ff25:e ff26:f ff27:g ff28:h ff29:i ff2a:j ff2b:k ff2c:l ff2d:m ff2e:n ff2f:o "
        + "ff30:p ff31:q " +
        "ff32:r ff33:s ff34:t ff35:u ff36:v ff37:w ff38:x ff39:y ff3a:z ff41:a ff42:b ff43:c ff44:d ff45:e ff46:f ff47:g ff48:h ff49:i "
        + "ff4a:j ff4b:k " +
        "ff4c:l ff4d:m ff4e:n ff4f:o ff50:p ff51:q ff52:r ff53:s ff54:t ff55:u ff56:v ff57:w ff58:x ff59:y ff5a:z 1d400:a 1d401:b "
        + "1d402:c 1d403:d " +
        "1d404:e 1d405:f 1d406:g 1d407:h 1d408:i 1d409:j 1d40a:k 1d40b:l 1d40c:m 1d40d:n 1d40e:o 1d40f:p 1d410:q 1d411:r 1d412:s 1d413:t "
        + "1d414:u " +
        "1d415:v 1d416:w 1d417:x 1d418:y 1d419:z 1d41a:a 1d41b:b 1d41c:c 1d41d:d 1d41e:e 1d41f:f 1d420:g 1d421:h 1d422:i 1d423:j 1d424:k "
        + "1d425:l " +
        "1d426:m 1d427:n 1d428:o 1d429:p 1d42a:q 1d42b:r 1d42c:s 1d42d:t 1d42e:u 1d42f:v 1d430:w 1d431:x 1d432:y 1d433:z 1d434:a 1d435:b "
        + "1d436:c " +
        "1d437:d 1d438:e 1d439:f 1d43a:g 1d43b:h 1d43c:i 1d43d:j 1d43e:k 1d43f:l 1d440:m 1d441:n 1d442:o 1d443:p 1d444:q 1d445:r 1d446:s "
        + "1d447:t " +
        "1d448:u 1d449:v 1d44a:w 1d44b:x 1d44c:y 1d44d:z 1d44e:a 1d44f:b 1d450:c 1d451:d 1d452:e 1d453:f 1d454:g 1d456:i 1d457:j 1d458:k "
        + "1d459:l " +
        "1d45a:m 1d45b:n 1d45c:o 1d45d:p 1d45e:q 1d45f:r 1d460:s 1d461:t 1d462:u 1d463:v 1d464:w 1d465:x 1d466:y 1d467:z 1d468:a 1d469:b "
        + "1d46a:c " +
        "1d46b:d 1d46c:e 1d46d:f 1d46e:g 1d46f:h 1d470:i 1d471:j 1d472:k 1d473:l 1d474:m 1d475:n 1d476:o 1d477:p 1d478:q 1d479:r 1d47a:s "
        + "1d47b:t " +
        "1d47c:u 1d47d:v 1d47e:w 1d47f:x 1d480:y 1d481:z 1d482:a 1d483:b 1d484:c 1d485:d 1d486:e 1d487:f 1d488:g 1d489:h 1d48a:i 1d48b:j "
        + "1d48c:k " +
        "1d48d:l 1d48e:m 1d48f:n 1d490:o 1d491:p 1d492:q 1d493:r 1d494:s 1d495:t 1d496:u 1d497:v 1d498:w 1d499:x 1d49a:y 1d49b:z 1d49c:a "
        + "1d49e:c " +
        "1d49f:d 1d4a2:g 1d4a5:j 1d4a6:k 1d4a9:n 1d4aa:o 1d4ab:p 1d4ac:q 1d4ae:s 1d4af:t 1d4b0:u 1d4b1:v 1d4b2:w 1d4b3:x 1d4b4:y 1d4b5:z "
        + "1d4b6:a " +
        "1d4b7:b 1d4b8:c 1d4b9:d 1d4bb:f 1d4bd:h 1d4be:i 1d4bf:j 1d4c0:k 1d4c1:l 1d4c2:m 1d4c3:n 1d4c5:p 1d4c6:q 1d4c7:r 1d4c8:s 1d4c9:t "
        + "1d4ca:u " +
        "1d4cb:v 1d4cc:w 1d4cd:x 1d4ce:y 1d4cf:z 1d4d0:a 1d4d1:b 1d4d2:c 1d4d3:d 1d4d4:e 1d4d5:f 1d4d6:g 1d4d7:h 1d4d8:i 1d4d9:j 1d4da:k "
        + "1d4db:l " +
        "1d4dc:m 1d4dd:n 1d4de:o 1d4df:p 1d4e0:q 1d4e1:r 1d4e2:s 1d4e3:t 1d4e4:u 1d4e5:v 1d4e6:w 1d4e7:x 1d4e8:y 1d4e9:z 1d4ea:a 1d4eb:b "
        + "1d4ec:c " +
        "1d4ed:d 1d4ee:e 1d4ef:f 1d4f0:g 1d4f1:h 1d4f2:i 1d4f3:j 1d4f4:k 1d4f5:l 1d4f6:m 1d4f7:n 1d4f8:o 1d4f9:p 1d4fa:q 1d4fb:r 1d4fc:s "
        + "1d4fd:t " +
        "1d4fe:u 1d4ff:v 1d500:w 1d501:x 1d502:y 1d503:z 1d504:a 1d505:b 1d507:d 1d508:e 1d509:f 1d50a:g 1d50d:j 1d50e:k 1d50f:l 1d510:m "
        + "1d511:n " +
        "1d512:o 1d513:p 1d514:q 1d516:s 1d517:t 1d518:u 1d519:v 1d51a:w 1d51b:x 1d51c:y 1d51e:a 1d51f:b 1d520:c 1d521:d 1d522:e 1d523:f "
        + "1d524:g " +
        "1d525:h 1d526:i 1d527:j 1d528:k 1d529:l 1d52a:m 1d52b:n 1d52c:o 1d52d:p 1d52e:q 1d52f:r 1d530:s 1d531:t 1d532:u 1d533:v 1d534:w "
        + "1d535:x " +
        "1d536:y 1d537:z 1d538:a 1d539:b 1d53b:d 1d53c:e 1d53d:f 1d53e:g 1d540:i 1d541:j 1d542:k 1d543:l 1d544:m 1d546:o 1d54a:s 1d54b:t "
        + "1d54c:u " +
        "1d54d:v 1d54e:w 1d54f:x 1d550:y 1d552:a 1d553:b 1d554:c 1d555:d 1d556:e 1d557:f 1d558:g 1d559:h 1d55a:i 1d55b:j 1d55c:k 1d55d:l "
        + "1d55e:m " +
        "1d55f:n 1d560:o 1d561:p 1d562:q 1d563:r 1d564:s 1d565:t 1d566:u 1d567:v 1d568:w 1d569:x 1d56a:y 1d56b:z 1d56c:a 1d56d:b 1d56e:c "
        + "1d56f:d " +
        "1d570:e 1d571:f 1d572:g 1d573:h 1d574:i 1d575:j 1d576:k 1d577:l 1d578:m 1d579:n 1d57a:o 1d57b:p 1d57c:q 1d57d:r 1d57e:s 1d57f:t "
        + "1d580:u " +
        "1d581:v 1d582:w 1d583:x 1d584:y 1d585:z 1d586:a 1d587:b 1d588:c 1d589:d 1d58a:e 1d58b:f 1d58c:g 1d58d:h 1d58e:i 1d58f:j 1d590:k "
        + "1d591:l " +
        "1d592:m 1d593:n 1d594:o 1d595:p 1d596:q 1d597:r 1d598:s 1d599:t 1d59a:u 1d59b:v 1d59c:w 1d59d:x 1d59e:y 1d59f:z 1d5a0:a 1d5a1:b "
        + "1d5a2:c " +
        "1d5a3:d 1d5a4:e 1d5a5:f 1d5a6:g 1d5a7:h 1d5a8:i 1d5a9:j 1d5aa:k 1d5ab:l 1d5ac:m 1d5ad:n 1d5ae:o 1d5af:p 1d5b0:q 1d5b1:r 1d5b2:s "
        + "1d5b3:t " +
        "1d5b4:u 1d5b5:v 1d5b6:w 1d5b7:x 1d5b8:y 1d5b9:z 1d5ba:a 1d5bb:b 1d5bc:c 1d5bd:d 1d5be:e 1d5bf:f 1d5c0:g 1d5c1:h 1d5c2:i 1d5c3:j "
        + "1d5c4:k " +
        "1d5c5:l 1d5c6:m 1d5c7:n 1d5c8:o 1d5c9:p 1d5ca:q 1d5cb:r 1d5cc:s 1d5cd:t 1d5ce:u 1d5cf:v 1d5d0:w 1d5d1:x 1d5d2:y 1d5d3:z 1d5d4:a "
        + "1d5d5:b " +
        "1d5d6:c 1d5d7:d 1d5d8:e 1d5d9:f 1d5da:g 1d5db:h 1d5dc:i 1d5dd:j 1d5de:k 1d5df:l 1d5e0:m 1d5e1:n 1d5e2:o 1d5e3:p 1d5e4:q 1d5e5:r "
        + "1d5e6:s " +
        "1d5e7:t 1d5e8:u 1d5e9:v 1d5ea:w 1d5eb:x 1d5ec:y 1d5ed:z 1d5ee:a 1d5ef:b 1d5f0:c 1d5f1:d 1d5f2:e 1d5f3:f 1d5f4:g 1d5f5:h 1d5f6:i "
        + "1d5f7:j " +
        "1d5f8:k 1d5f9:l 1d5fa:m 1d5fb:n 1d5fc:o 1d5fd:p 1d5fe:q 1d5ff:r 1d600:s 1d601:t 1d602:u 1d603:v 1d604:w 1d605:x 1d606:y 1d607:z "
        + "1d608:a " +
        "1d609:b 1d60a:c 1d60b:d 1d60c:e 1d60d:f 1d60e:g 1d60f:h 1d610:i 1d611:j 1d612:k 1d613:l 1d614:m 1d615:n 1d616:o 1d617:p 1d618:q "
        + "1d619:r " +
        "1d61a:s 1d61b:t 1d61c:u 1d61d:v 1d61e:w 1d61f:x 1d620:y 1d621:z 1d622:a 1d623:b 1d624:c 1d625:d 1d626:e 1d627:f 1d628:g 1d629:h "
        + "1d62a:i " +
        "1d62b:j 1d62c:k 1d62d:l 1d62e:m 1d62f:n 1d630:o 1d631:p 1d632:q 1d633:r 1d634:s 1d635:t 1d636:u 1d637:v 1d638:w 1d639:x 1d63a:y "
        + "1d63b:z " +
        "1d63c:a 1d63d:b 1d63e:c 1d63f:d 1d640:e 1d641:f 1d642:g 1d643:h 1d644:i 1d645:j 1d646:k 1d647:l 1d648:m 1d649:n 1d64a:o 1d64b:p "
        + "1d64c:q " +
        "1d64d:r 1d64e:s 1d64f:t 1d650:u 1d651:v 1d652:w 1d653:x 1d654:y 1d655:z 1d656:a 1d657:b 1d658:c 1d659:d 1d65a:e 1d65b:f 1d65c:g "
        + "1d65d:h " +
        "1d65e:i 1d65f:j 1d660:k 1d661:l 1d662:m 1d663:n 1d664:o 1d665:p 1d666:q 1d667:r 1d668:s 1d669:t 1d66a:u 1d66b:v 1d66c:w 1d66d:x "
        + "1d66e:y " +
        "1d66f:z 1d670:a 1d671:b 1d672:c 1d673:d 1d674:e 1d675:f 1d676:g 1d677:h 1d678:i 1d679:j 1d67a:k 1d67b:l 1d67c:m 1d67d:n 1d67e:o "
        + "1d67f:p " +
        "1d680:q 1d681:r 1d682:s 1d683:t 1d684:u 1d685:v 1d686:w 1d687:x 1d688:y 1d689:z 1d68a:a 1d68b:b 1d68c:c 1d68d:d 1d68e:e 1d68f:f "
        + "1d690:g " +
        "1d691:h 1d692:i 1d693:j 1d694:k 1d695:l 1d696:m 1d697:n 1d698:o 1d699:p 1d69a:q 1d69b:r 1d69c:s 1d69d:t 1d69e:u 1d69f:v 1d6a0:w "
        + "1d6a1:x " +
        "1d6a2:y 1d6a3:z 1d6a4:i 1d6a5:j 1d6a8:alpha 1d6a9:beta 1d6aa:gamma 1d6ab:delta 1d6ac:epsilon 1d6ad:zeta 1d6ae:eta 1d6af:theta "
        + "1d6b0:iota " +
        "1d6b1:kappa 1d6b2:lambda 1d6b3:mu 1d6b4:nu 1d6b5:xi 1d6b6:omicron 1d6b7:pi 1d6b8:rho 1d6b9:theta 1d6ba:sigma 1d6bb:tau "
        + "1d6bc:upsilon " +
        "1d6bd:phi 1d6be:chi 1d6bf:psi 1d6c0:omega 1d6c1:nabla 1d6c2:alpha 1d6c3:beta 1d6c4:gamma 1d6c5:delta 1d6c6:epsilon 1d6c7:zeta "
        + "1d6c8:eta " +
        "1d6c9:theta 1d6ca:iota 1d6cb:kappa 1d6cc:lambda 1d6cd:mu 1d6ce:nu 1d6cf:xi 1d6d0:omicron 1d6d1:pi 1d6d2:rho 1d6d3:sigma "
        + "1d6d4:sigma " +
        "1d6d5:tau 1d6d6:upsilon 1d6d7:phi 1d6d8:chi 1d6d9:psi 1d6da:omega 1d6db:partial 1d6dc:epsilon 1d6dd:theta 1d6de:kappa 1d6df:phi "
        + "1d6e0:rho " +
        "1d6e1:pi 1d6e2:alpha 1d6e3:beta 1d6e4:gamma 1d6e5:delta 1d6e6:epsilon 1d6e7:zeta 1d6e8:eta 1d6e9:theta 1d6ea:iota 1d6eb:kappa "
        + "1d6ec:lambda " +
        "1d6ed:mu 1d6ee:nu 1d6ef:xi 1d6f0:omicron 1d6f1:pi 1d6f2:rho 1d6f3:theta 1d6f4:sigma 1d6f5:tau 1d6f6:upsilon 1d6f7:phi 1d6f8:chi "
        + "1d6f9:psi " +
        "1d6fa:omega 1d6fb:nabla 1d6fc:alpha 1d6fd:beta 1d6fe:gamma 1d6ff:delta 1d700:epsilon 1d701:zeta 1d702:eta 1d703:theta "
        + "1d704:iota 1d705:kappa " +
        "1d706:lambda 1d707:mu 1d708:nu 1d709:xi 1d70a:omicron 1d70b:pi 1d70c:rho 1d70d:sigma 1d70e:sigma 1d70f:tau 1d710:upsilon "
        + "1d711:phi 1d712:chi " +
        "1d713:psi 1d714:omega 1d715:partial 1d716:epsilon 1d717:theta 1d718:kappa 1d719:phi 1d71a:rho 1d71b:pi 1d71c:alpha 1d71d:beta "
        + "1d71e:gamma " +
        "1d71f:delta 1d720:epsilon 1d721:zeta 1d722:eta 1d723:theta 1d724:iota 1d725:kappa 1d726:lambda 1d727:mu 1d728:nu 1d729:xi "
        + "1d72a:omicron " +
        "1d72b:pi 1d72c:rho 1d72d:theta 1d72e:sigma 1d72f:tau 1d730:upsilon 1d731:phi 1d732:chi 1d733:psi 1d734:omega 1d735:nabla "
        + "1d736:alpha " +
        "1d737:beta 1d738:gamma 1d739:delta 1d73a:epsilon 1d73b:zeta 1d73c:eta 1d73d:theta 1d73e:iota 1d73f:kappa 1d740:lambda 1d741:mu "
        + "1d742:nu " +
        "1d743:xi 1d744:omicron 1d745:pi 1d746:rho 1d747:sigma 1d748:sigma 1d749:tau 1d74a:upsilon 1d74b:phi 1d74c:chi 1d74d:psi "
        + "1d74e:omega " +
        "1d74f:partial 1d750:epsilon 1d751:theta 1d752:kappa 1d753:phi 1d754:rho 1d755:pi 1d756:alpha 1d757:beta 1d758:gamma 1d759:delta " +
        "1d75a:epsilon 1d75b:zeta 1d75c:eta 1d75d:theta 1d75e:iota 1d75f:kappa 1d760:lambda 1d761:mu 1d762:nu 1d763:xi 1d764:omicron "
        + "1d765:pi " +
        "1d766:rho 1d767:theta 1d768:sigma 1d769:tau 1d76a:upsilon 1d76b:phi 1d76c:chi 1d76d:psi 1d76e:omega 1d76f:nabla 1d770:alpha "
        + "1d771:beta " +
        "1d772:gamma 1d773:delta 1d774:epsilon 1d775:zeta 1d776:eta 1d777:theta 1d778:iota 1d779:kappa 1d77a:lambda 1d77b:mu 1d77c:nu "
        + "1d77d:xi " +
        "1d77e:omicron 1d77f:pi 1d780:rho 1d781:sigma 1d782:sigma 1d783:tau 1d784:upsilon 1d785:phi 1d786:chi 1d787:psi 1d788:omega "
        + "1d789:partial " +
        "1d78a:epsilon 1d78b:theta 1d78c:kappa 1d78d:phi 1d78e:rho 1d78f:pi 1d790:alpha 1d791:beta 1d792:gamma 1d793:delta 1d794:epsilon "
        + "1d795:zeta " +
        "1d796:eta 1d797:theta 1d798:iota 1d799:kappa 1d79a:lambda 1d79b:mu 1d79c:nu 1d79d:xi 1d79e:omicron 1d79f:pi 1d7a0:rho "
        + "1d7a1:theta " +
        "1d7a2:sigma 1d7a3:tau 1d7a4:upsilon 1d7a5:phi 1d7a6:chi 1d7a7:psi 1d7a8:omega 1d7a9:nabla 1d7aa:alpha 1d7ab:beta 1d7ac:gamma "
        + "1d7ad:delta " +
        "1d7ae:epsilon 1d7af:zeta 1d7b0:eta 1d7b1:theta 1d7b2:iota 1d7b3:kappa 1d7b4:lambda 1d7b5:mu 1d7b6:nu 1d7b7:xi 1d7b8:omicron "
        + "1d7b9:pi " +
        "1d7ba:rho 1d7bb:sigma 1d7bc:sigma 1d7bd:tau 1d7be:upsilon 1d7bf:phi 1d7c0:chi 1d7c1:psi 1d7c2:omega 1d7c3:partial 1d7c4:epsilon "
        + "1d7c5:theta " +
        "1d7c6:kappa 1d7c7:phi 1d7c8:rho 1d7c9:pi 1d7ca:ϝ 1d7cb:ϝ 1d7ce:0 1d7cf:1 1d7d0:2 1d7d1:3 1d7d2:4 1d7d3:5 1d7d4:6 1d7d5:7 "
        + "1d7d6:8 1d7d7:9 " +
        "1d7d8:0 1d7d9:1 1d7da:2 1d7db:3 1d7dc:4 1d7dd:5 1d7de:6 1d7df:7 1d7e0:8 1d7e1:9 1d7e2:0 1d7e3:1 1d7e4:2 1d7e5:3 1d7e6:4 1d7e7:5 "
        + "1d7e8:6 " +
        "1d7e9:7 1d7ea:8 1d7eb:9 1d7ec:0 1d7ed:1 1d7ee:2 1d7ef:3 1d7f0:4 1d7f1:5 1d7f2:6 1d7f3:7 1d7f4:8 1d7f5:9 1d7f6:0 1d7f7:1 1d7f8:2 "
        + "1d7f9:3 " +
        "1d7fa:4 1d7fb:5 1d7fc:6 1d7fd:7 1d7fe:8 1d7ff:9 ";
}
