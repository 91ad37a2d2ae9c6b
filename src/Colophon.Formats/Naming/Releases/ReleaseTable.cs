namespace Colophon.Formats.Naming.Releases;

/// <summary>
/// The words of releases: one line is kind, trust and then <c>value: word, several words</c> or words that are their own value.
/// In several words <c>*</c> is any one. From the conventions that jellyfin, radarr, sonarr and guessit read.
/// </summary>
internal static class ReleaseTable
{
    public static readonly (ReleaseWordKind Kind, ReleaseWordTrust Trust, string Words)[] Lines =
    [
        (ReleaseWordKind.Resolution, ReleaseWordTrust.Sure, "2160p: 4k, uhd, ultrahd, ultra hd, muhd; 4320p: 8k"),
        (
            ReleaseWordKind.Source,
            ReleaseWordTrust.Sure,
            "bluray: blu ray, bluray, blueray, mbluray, bdrip, bd rip, brrip, br rip, bdiso, bdfull, bdmux, brmux, uhdbd, uhd2bd, "
                + "uhdbdrip, bd25, bd50, bd66, bd100, bdmv; "
                + "hddvd: hddvd, hd dvd, hddvdrip; "
                + "web-dl: web dl, webdl, webhd; "
                + "webrip: webrip, web rip, webmux, web mux, web hdrip, web dlrip, webdlrip, webcap, web cap; "
                + "hdrip: hdrip, hd rip; "
                + "hdtv: hdtv, hd tv, hdtvrip, htdv; "
                + "tv: pdtv, sdtv, dsr, dsrip, tvrip, dtvrip, dvbrip, satrip, dthrip, digitalrip; "
                + "dvd: dvdrip, dvd rip, dvd5, dvd9, dvdr, mdvdr, 2xdvd9, 2xdvd5, 2dvd9, 2dvd5, xvidvd, dvdmux; "
                + "vhs: vhsrip, vhs rip; "
                + "laserdisc: ldrip, laserdisc; "
                + "screener: dvdscr, dvd scr, bdscr, webscr, dvdscreener; "
                + "telecine: telecine, hdtc, hd tc; "
                + "telesync: telesync, telesynch, hdts, hd ts, tsrip; "
                + "cam: hdcam, hd cam, camrip, cam rip, hqcam; "
                + "workprint: workprint"
        ),
        (
            ReleaseWordKind.Source,
            ReleaseWordTrust.Weak,
            "bluray: bd, br; web-dl: web; dvd: dvd, full dvd; tv: tv; vhs: vhs; screener: scr, screener; " + "dvd: r5"
        ),
        (ReleaseWordKind.Source, ReleaseWordTrust.Capitals, "telecine: tc; telesync: ts; cam: cam; workprint: wp"),
        (ReleaseWordKind.Remux, ReleaseWordTrust.Sure, "remux, hybrid remux, bdremux, uhdremux, bd remux"),
        (
            ReleaseWordKind.VideoCodec,
            ReleaseWordTrust.Sure,
            "h264: x264, h264, h 264, x 264, avc; hevc: x265, h265, h 265, x 265, hevc; vvc: x266, h266, h 266; av1: av1; "
                + "vp9: vp9; mpeg4: xvid, divx; mpeg2video: mpeg2, mpeg 2; vc1: vc1, vc 1; h263: h263, h 263"
        ),
        (
            ReleaseWordKind.BitDepth,
            ReleaseWordTrust.Sure,
            "10: 10bit, 10 bit, 10bits, hi10, hi10p, ma10p; 8: 8bit, 8 bit; 12: 12bit, 12 bit"
        ),
        (
            ReleaseWordKind.Hdr,
            ReleaseWordTrust.Sure,
            "hdr: hdr; hdr10: hdr10; hdr10+: hdr10+, hdr10plus, hdr10p; dolby-vision: dovi, dolby vision; hlg: hlg"
        ),
        (ReleaseWordKind.Hdr, ReleaseWordTrust.Capitals, "dolby-vision: dv; sdr: sdr"),
        (
            ReleaseWordKind.AudioCodec,
            ReleaseWordTrust.Sure,
            "aac: aac, qaac, he aac; ac3: ac3, ac 3, ac3d, dd ex, ddex, dolby digital; "
                + "eac3: eac3, e ac3, e ac 3, ddp, dd+, ac3+, ddpa, eac3d; dts: dts; dts-hd: dts hd, dtshd; "
                + "dts-hd-ma: dts hd ma, dtshd ma, dts ma, dts hdma; dts-hd-hra: dts hd hra, dts hra; dts-x: dts x, dtsx; "
                + "truehd: truehd, true hd, dolby truehd; atmos: atmos, dolby atmos, truehd atmos; flac: flac; pcm: lpcm; "
                + "mp3: mp3"
        ),
        (ReleaseWordKind.AudioCodec, ReleaseWordTrust.Weak, "opus: opus; pcm: pcm; vorbis: ogg, vorbis"),
        (ReleaseWordKind.AudioCodec, ReleaseWordTrust.Capitals, "ac3: dd"),
        (ReleaseWordKind.AudioChannels, ReleaseWordTrust.Weak, "2.0: 2ch; 5.1: 6ch; 7.1: 8ch"),
        (
            ReleaseWordKind.ThreeD,
            ReleaseWordTrust.Sure,
            "hsbs: hsbs, half sbs, h sbs, 3d hsbs, 3d half sbs, 3d h sbs; sbs: sbs, 3d sbs; fsbs: fsbs, full sbs, 3d fsbs; "
                + "htab: htab, half ou, h ou, hou, half tab, half tb, h tab, 3d htab, 3d half ou, 3d h ou, 3d hou, 3d half tab; "
                + "tab: 3d tab, 3d ou, 3d tb; ftab: ftab, full tab, 3d ftab; mvc: mvc, 3d mvc; sbs3d: sbs3d"
        ),
        (ReleaseWordKind.Remark, ReleaseWordTrust.Weak, "3d"),
        (
            ReleaseWordKind.Edition,
            ReleaseWordTrust.Sure,
            "directors cut, director cut, directors edition, extended cut, extended edition, extended version, special edition, "
                + "ultimate edition, ultimate * edition, ultimate cut, ultimate collectors edition, collectors edition, "
                + "theatrical cut, theatrical version, theatrical release, theatrical edition, final cut, anniversary edition, "
                + "fan edit, fanedit, open matte, criterion edition, criterion collection, alternative cut, alternate cut, "
                + "limited edition, integral version, imax edition, imperial edition, unrated cut, unrated edition, "
                + "unrated version, uncut edition, uncut version, rogue cut, assembly cut, workprint cut, super duper cut, "
                + "diamond edition, platinum edition, producers cut, international cut, restored version, redux cut, "
                + "special extended edition, directors definitive edition, 4k remaster, 4k remastered, ultimate fan collection"
        ),
        (
            ReleaseWordKind.Edition,
            ReleaseWordTrust.Weak,
            "extended, uncut, unrated, directors, theatrical, imax, remastered, remaster, restored, uncensored, criterion, "
                + "colorized, despecialized, redux"
        ),
        (ReleaseWordKind.Edition, ReleaseWordTrust.Capitals, "dc, om, se"),
        (
            ReleaseWordKind.Service,
            ReleaseWordTrust.Capitals,
            "Amazon: amzn; Netflix: nf; Disney+: dsnp; HBO Max: hmax; Apple TV+: atvp, atv; Hulu: hulu; "
                + "Peacock: pcok; Paramount+: pmtp; Stan: stan; Crunchyroll: cr; HBO: hbo; "
                + "Vudu: vudu; Criterion Channel: crit; Showtime: showtime, sho; "
                + "Crave: crav; ViX: vix; Rakuten: rktn"
        ),
        (
            ReleaseWordKind.Repair,
            ReleaseWordTrust.Weak,
            "proper, repack, repack2, repack3, rerip, real proper, v2, v3, v4"
        ),
        (ReleaseWordKind.Repair, ReleaseWordTrust.Capitals, "real"),
        (
            ReleaseWordKind.Remark,
            ReleaseWordTrust.Sure,
            "hdc, multi, multisub, multisubs, multi subs, multiple subtitle, multiple subtitles, vostfr, subfrench, subforced, "
                + "softsubs, softsub, hardsub, hardsubs, nfofix, prooffix, readnfo, esub, esubs, e subs, dual audio, hdlight, "
                + "dxva, mkvcage, plsub, pl sub, bt709, bt2020"
        ),
        (
            ReleaseWordKind.Remark,
            ReleaseWordTrust.Weak,
            "limited, internal, complete, dubbed, dual, stv, ws, hq, hr, retail, subbed, subs, sub, custom, hybrid, docu, "
                + "oar, hc, pal, ntsc, dubbed, dub, hd, sd, fhd, mhd, mkv, mp4, avi, m2ts, iso, festival, untouched, nordic, "
                + "24 bit, 16 bit, hq line auds, usa, eur, end, uncompressed, mux, rip, exclusive, ddc"
        ),
        (ReleaseWordKind.Remark, ReleaseWordTrust.Capitals, "dl, ml, md, ld, vo, internal, us"),
    ];
}
